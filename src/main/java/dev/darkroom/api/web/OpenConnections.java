package dev.darkroom.api.web;

import java.io.IOException;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The connections that are open now, and whether the other side is still there. Thread-safe. */
@Component
class OpenConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private volatile @Nullable WatchedHttp11Protocol protocol;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedHttp11Protocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof WatchedHttp11Protocol watched) {
                protocol = watched;
            }
        });
    }

    /** True if the client has closed the connection, or it is not there any more. Meant for connections that wait. */
    boolean broken(String id) {
        WatchedHttp11Protocol watched = protocol;
        return watched != null
                && watched.connections().stream()
                        .filter(connection -> id.equals(id(connection)))
                        .findFirst()
                        .map(OpenConnections::ended)
                        .orElse(true);
    }

    private static String id(SocketWrapperBase<?> connection) {
        return connection.getServletConnection("http/1.1", "").getConnectionId();
    }

    /** Tries to fill the connection's own read buffer: a further request stays in there, an end shows. */
    private static boolean ended(SocketWrapperBase<?> connection) {
        if (!connection.getLock().tryLock()) {
            return false; // a thread of the server works on it right now
        }
        try {
            connection.isReadyForRead();
            return connection.isClosed();
        } catch (IOException end) {
            return true;
        } finally {
            connection.getLock().unlock();
        }
    }
}
