package dev.darkroom.api.web;

import java.util.Set;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP/1.1 connector, which also shows its open connections. Tomcat makes the instance, by name. */
public class WatchedHttp11Protocol extends Http11NioProtocol {

    /** All open connections, a live view. */
    Set<SocketWrapperBase<NioChannel>> connections() {
        return getEndpoint().getConnections();
    }
}
