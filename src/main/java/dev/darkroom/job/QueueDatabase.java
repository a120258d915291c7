package dev.darkroom.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.darkroom.imagestore.DataDirectory;
import dev.darkroom.imagestore.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/** The embedded database: all that is particular to SQLite. */
@Configuration(proxyBeanMethods = false)
class QueueDatabase {

    /** Migrations of this vendor. */
    static final String MIGRATIONS = "classpath:db/migration/sqlite";

    private static final int CONNECTIONS = 8;

    @Bean
    HikariDataSource dataSource(DataDirectory dataDirectory) {
        return open(dataDirectory.root().resolve("darkroom.db"));
    }

    @Bean
    FlywayConfigurationCustomizer queueMigrations() {
        return configuration -> configuration.locations(MIGRATIONS);
    }

    /**
     * A pool on a database file, made if it is missing. A commit is on the disk when it returns ({@code
     * synchronous=FULL}), readers never wait for a writer (WAL), and a transaction takes the write lock at its begin, so
     * that it cannot fail half way for want of it.
     */
    static HikariDataSource open(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("queue");
        config.setJdbcUrl("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
        config.setMaximumPoolSize(CONNECTIONS);
        try {
            return checked(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException | SQLException e) {
            throw new StorageException(
                    "The queue's database " + file + " cannot be opened ("
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                            + "). Check the owner and the free space of its folder. If the file is damaged, move it away"
                            + " to begin with an empty queue.",
                    e);
        }
    }

    private static HikariDataSource checked(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists darkroom_writable (probe integer)");
            statement.execute("drop table darkroom_writable");
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw e;
        }
    }
}
