create table item (
    -- The order of pages; ids are random, so that they tell nothing.
    position   bigint generated always as identity primary key,
    id         uuid not null unique default gen_random_uuid(),
    created_at timestamptz not null default now(),
    data       jsonb not null
);
