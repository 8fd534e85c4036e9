package dev.palisade.app.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.palisade.app.http.ProblemException;
import dev.palisade.app.settings.DatabaseSettings;
import io.javalin.http.Header;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Keeps objects in PostgreSQL; requests get 503 while it is out of reach. */
public final class PostgresDataStore implements DataStore {
    private static final String COLUMNS = "id, created_at, data::text";
    private static final String INSERT = "insert into item (data) values (?::jsonb) returning " + COLUMNS;
    private static final String FIND = "select " + COLUMNS + " from item where id = ?";

    /** What is too much for a page stays in the database, but for one row, which shows that there is more. */
    private static final String PAGE = "select " + COLUMNS + " from (select *, sum(length(data::text)) over"
            + " (order by position rows between unbounded preceding and 2 preceding) as before from (select * from item"
            + " where position > coalesce((select position from item where id = ?), 0) order by position limit ?) page)"
            + " sized where coalesce(before, 0) <= " + Page.MAX_CHARACTERS + " order by position";

    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int VALID_SECONDS = 1;

    private final HikariDataSource database;

    /**
     * Connects and brings the tables up to date.
     *
     * @throws RuntimeException if the database cannot be reached now or does not let this user
     */
    public PostgresDataStore(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(WAIT.toMillis());
        config.addDataSourceProperty("ApplicationName", "palisade");
        config.addDataSourceProperty("connectTimeout", WAIT.toSeconds());
        config.addDataSourceProperty("socketTimeout", WAIT.toSeconds() * 3);
        database = new HikariDataSource(config);
        Flyway.configure().dataSource(database).load().migrate();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Item keep(String json) {
        return items(INSERT, statement -> statement.setString(1, json)).get(0);
    }

    @Override
    public Optional<Item> find(UUID id) {
        return items(FIND, statement -> statement.setObject(1, id)).stream().findFirst();
    }

    @Override
    public Page page(@Nullable UUID after, int limit) {
        var items = items(PAGE, statement -> {
            statement.setObject(1, after, java.sql.Types.OTHER);
            statement.setInt(2, limit + 1);
        });
        return Page.of(items.size(), limit, index -> items.get(index).data().length(), items::get);
    }

    @Override
    public boolean reachable() {
        try (var connection = database.getConnection()) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private List<Item> items(String sql, Parameters parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                var items = new ArrayList<Item>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new ProblemException(
                    503, "The data cannot be reached at the moment.", Map.of(Header.RETRY_AFTER, "5"), e);
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        var createdAt = row.getObject(2, OffsetDateTime.class).toInstant().toString();
        return new Item(row.getObject(1, UUID.class), createdAt, row.getString(3));
    }

    /** Fills in a statement's parameters. */
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
