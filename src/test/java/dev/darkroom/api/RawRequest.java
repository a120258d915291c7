package dev.darkroom.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests written byte by byte, for what a proper client cannot send. */
public final class RawRequest {

    private RawRequest() {}

    public static byte[] post(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ascii(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n" + body);
    }

    public static byte[] get(String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the bytes and reads until the server closes or is silent for as long as the socket's timeout. */
    public static String exchange(int port, byte[] request, int timeoutMillis) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write(request);
            return readUntil(socket, null);
        }
    }

    /** Reads until the text came, the server closed, or it was silent too long. */
    public static String readUntil(Socket socket, String text) throws IOException {
        if (socket.getSoTimeout() == 0) {
            socket.setSoTimeout(5000);
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
                if (text != null && read.toString(StandardCharsets.UTF_8).endsWith(text)) {
                    break;
                }
            }
        } catch (java.net.SocketTimeoutException silent) {
            read.write(' ');
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
