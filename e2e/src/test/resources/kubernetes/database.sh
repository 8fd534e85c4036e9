#!/bin/sh
# PostgreSQL in the tier of the databases: database.sh ADDRESS PASSWORD CLIENTS
set -eu
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort | tail -n 1)
data=/var/lib/postgresql/data
mkdir -p /var/lib/postgresql /run/postgresql
chown postgres /var/lib/postgresql /run/postgresql
as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }

as_postgres "$programs/initdb" --pgdata="$data" --username=postgres --auth=trust --no-sync >/dev/null
echo "host service service $3 scram-sha-256" >"$data/pg_hba.conf"
as_postgres "$programs/postgres" --single -D "$data" postgres >/dev/null <<SQL
CREATE ROLE service LOGIN PASSWORD '$2'
CREATE DATABASE service OWNER service
SQL
exec setpriv --reuid=postgres --regid=postgres --clear-groups \
    "$programs/postgres" -D "$data" -h "$1" -c fsync=off -c max_connections=200
