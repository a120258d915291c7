-- Times are milliseconds since the epoch. Only types and clauses that PostgreSQL has too, but for blob (there bytea).

create table job (
    id               varchar(36)  not null primary key, -- UUIDv7: its order is the order of acceptance
    tenant           varchar(64)  not null,
    idempotency_key  varchar(255),
    body_hash        varchar(128) not null,
    request_version  integer      not null,
    request          text         not null,             -- JSON
    source           varchar(80),                       -- reference of the input picture
    labels           text         not null,             -- JSON
    priority         integer      not null,
    cost             bigint       not null,             -- pixels x steps x pictures
    due              bigint       not null,             -- its place in line; not run before
    deadline         bigint,
    state            varchar(12)  not null,
    token            bigint       not null default 0,   -- of the worker that may write; grows with every attempt
    cancel_requested integer      not null default 0,
    created          bigint       not null,
    started          bigint,
    finished         bigint,
    attempts         integer      not null default 0,
    crashes          integer      not null default 0,
    failures         integer      not null default 0,
    step             integer      not null default 0,
    steps            integer      not null,
    events           bigint       not null default 0,   -- id of its last event
    checkpoints      integer      not null default 0,   -- number of its last checkpoint part
    result           text,                              -- JSON
    bytes            bigint       not null default 0,   -- of its pictures
    problem          varchar(100),
    detail           text
);

create unique index job_idempotency on job (tenant, idempotency_key) where idempotency_key is not null;
create index job_queue on job (priority, due, id, cost) where state = 'QUEUED';
create index job_state on job (state, id);
create index job_finished on job (finished, bytes) where finished is not null;
create index job_deadline on job (deadline) where deadline is not null and finished is null;
create index job_source on job (source) where source is not null and finished is null;

create table job_event (
    job_id varchar(36) not null,
    id     bigint      not null,
    type   varchar(16) not null,
    at     bigint      not null,
    data   text        not null, -- JSON
    primary key (job_id, id)
);

create table job_checkpoint (
    job_id  varchar(36) not null,
    part    integer     not null,
    content blob        not null,
    primary key (job_id, part)
);

-- db-scheduler 16
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       timestamp    not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         timestamp,
    last_failure         timestamp,
    consecutive_failures integer,
    last_heartbeat       timestamp,
    version              bigint       not null,
    priority             integer,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (picked, priority desc, execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
