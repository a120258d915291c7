package dev.darkroom.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.darkroom.imagestore.DataDirectory;
import java.nio.file.Path;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
        return new HikariDataSource(config);
    }
}
