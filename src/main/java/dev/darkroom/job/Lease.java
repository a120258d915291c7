package dev.darkroom.job;

import java.util.UUID;

/**
 * One attempt's right to write a job's row.
 *
 * @param id the job
 * @param token the fencing token: db-scheduler's version of the execution, larger with every attempt. A write whose
 *     token is no longer the row's comes from a worker that was taken for dead, and changes nothing.
 */
record Lease(UUID id, long token) {}
