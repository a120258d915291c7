package dev.darkroom.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of the table {@code job}. */
final class StoredJobMapper implements RowMapper<StoredJob> {

    private static final Job.Result NOTHING_YET = new Job.Result(List.of(), Map.of(), List.of(), Map.of());

    @Override
    public StoredJob mapRow(ResultSet row, int number) throws SQLException {
        return new StoredJob(
                job(row),
                new StoredJob.Line(
                        row.getInt("priority"),
                        Instant.ofEpochMilli(row.getLong("due")),
                        instant(row, "deadline"),
                        row.getLong("cost")),
                row.getLong("token"),
                row.getInt("cancel_requested") != 0,
                row.getInt("crashes"),
                row.getInt("failures"),
                text(row, "body_hash"));
    }

    private static Job job(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String problem = row.getString("problem");
        return new Job(
                UUID.fromString(text(row, "id")),
                JobState.valueOf(text(row, "state")),
                JobJson.request(text(row, "request"), row.getInt("request_version")),
                new Job.Times(
                        Instant.ofEpochMilli(row.getLong("created")),
                        instant(row, "started"),
                        instant(row, "finished")),
                new Job.Progress(row.getInt("step"), row.getInt("steps"), null),
                null,
                result == null ? NOTHING_YET : JobJson.result(result),
                row.getInt("attempts"),
                problem == null ? null : new Job.Failure(problem, text(row, "detail")),
                JobJson.labels(text(row, "labels")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
