package dev.darkroom.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes all that db-scheduler writes part of the transaction around it. It asks its data source for a connection for
 * every statement and, where that does not commit by itself, commits right after the statement; within a transaction that
 * would write down one half of a change. So there its commits and rollbacks do nothing, and the transaction's own count.
 */
final class JoinedDataSource extends DelegatingDataSource {

    JoinedDataSource(DataSource dataSource) {
        super(new TransactionAwareDataSourceProxy(dataSource));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return TransactionSynchronizationManager.isActualTransactionActive() ? joined(connection) : connection;
    }

    private static Connection joined(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoinedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    boolean ends = method.getName().equals("commit")
                            || method.getName().equals("rollback");
                    return ends ? null : invoke(connection, method, arguments);
                });
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
