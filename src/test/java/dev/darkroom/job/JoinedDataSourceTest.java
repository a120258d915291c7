package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedDataSourceTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private JoinedDataSource joined;
    private UUID id;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        joined = new JoinedDataSource(queue.dataSource);
        id = queue.submit(1, 10);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void withinATransactionACommitWritesNothingDown() {
        queue.tables.transaction().executeWithoutResult(status -> {
            deleteAndCommit();
            status.setRollbackOnly();
        });
        assertThat(queue.state(id)).isEqualTo(JobState.QUEUED);
    }

    @Test
    void withinATransactionItIsThatTransactionsCommitThatCounts() {
        queue.tables.transaction().executeWithoutResult(status -> deleteAndCommit());
        assertThat(queue.tables.rows().find(id)).isEmpty();
    }

    @Test
    void withoutOneItCommitsAsUsual() {
        deleteAndCommit();
        assertThat(queue.tables.rows().find(id)).isEmpty();
    }

    private void deleteAndCommit() {
        try (Connection connection = joined.getConnection();
                Statement statement = connection.createStatement()) {
            boolean outside = connection.getAutoCommit();
            connection.setAutoCommit(false);
            statement.execute("delete from job");
            connection.commit();
            if (outside) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
