package studio.agent;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import studio.domain.kernel.Digest;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.Artifacts;

/** Makes archives and serves them by HTTP. */
public final class TestArchives implements AutoCloseable {

    private static final int EXECUTABLE = 0755;

    private final HttpServer server;
    private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

    public TestArchives() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = archives.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** An archive with a script and perhaps a class that the script runs. */
    public Artifacts.Archive script(String name, String script, List<Class<?>> classes) throws IOException {
        Map<String, byte[]> files = new ConcurrentHashMap<>();
        files.put("bin/run", ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8));
        for (Class<?> each : classes) {
            String path = each.getName().replace('.', '/') + ".class";
            try (InputStream in = TestArchives.class.getClassLoader().getResourceAsStream(path)) {
                if (in == null) {
                    throw new IOException("there is no " + path);
                }
                files.put("classes/" + path, in.readAllBytes());
            }
        }
        return serve(name, tgz(files), List.of("bin/run"));
    }

    /** Serves these bytes. */
    public Artifacts.Archive serve(String name, byte[] bytes, List<String> command) {
        archives.put("/" + name, bytes);
        return new Artifacts.Archive(
                new ArchiveUrl("http://localhost:" + server.getAddress().getPort() + "/" + name),
                sha256(bytes),
                command);
    }

    public static byte[] tgz(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setMode(EXECUTABLE);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
