package studio.certificates.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A connection by TLS 1.3 in which both sides show a certificate and each trusts its own anchors alone, whatever is above them. */
public final class Tls implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final char[] PASSWORD = "unused".toCharArray();

    private final SSLSocket client;
    private final SSLSocket server;

    private Tls(SSLSocket client, SSLSocket server) {
        this.client = client;
        this.server = server;
    }

    /** Whether they get through to each other. */
    public static boolean works(
            Party client, List<X509Certificate> clientTrusts, Party server, List<X509Certificate> serverTrusts) {
        try (Tls connection = connect(client, clientTrusts, server, serverTrusts)) {
            return connection.isAlive();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Whether somebody who shows no certificate and trusts these anchors alone takes that for the server {@code localhost}. */
    public static boolean serves(Party server, List<X509Certificate> anchors) {
        try (Tls connection = connect(
                new Party(server.keys(), List.of()),
                anchors,
                server,
                server.chain().subList(1, server.chain().size()))) {
            return connection.isAlive();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Connects them; the client checks the server's name {@code localhost}. */
    public static Tls connect(
            Party client, List<X509Certificate> clientTrusts, Party server, List<X509Certificate> serverTrusts)
            throws IOException {
        try (SSLServerSocket listener = (SSLServerSocket) context(server, serverTrusts)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setNeedClientAuth(!client.chain().isEmpty());
            listener.setSoTimeout(TIMEOUT_MILLIS);
            CompletableFuture<SSLSocket> accepted = CompletableFuture.supplyAsync(() -> accept(listener));
            SSLSocket socket = (SSLSocket)
                    context(client, clientTrusts).getSocketFactory().createSocket("localhost", listener.getLocalPort());
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.startHandshake();
            } catch (IOException refused) {
                socket.close();
                accepted.join().close();
                throw refused;
            }
            return new Tls(socket, accepted.join());
        }
    }

    private static SSLSocket accept(SSLServerSocket listener) {
        try {
            SSLSocket socket = (SSLSocket) listener.accept();
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.startHandshake();
            } catch (IOException refused) {
                socket.close();
            }
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a byte there and back. A client hears only so whether it was let in. */
    public boolean isAlive() {
        try {
            client.getOutputStream().write(1);
            int there = server.getInputStream().read();
            server.getOutputStream().write(2);
            return there == 1 && client.getInputStream().read() == 2;
        } catch (IOException e) {
            return false;
        }
    }

    private static SSLContext context(Party party, List<X509Certificate> anchors) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, PASSWORD);
            if (!party.chain().isEmpty()) {
                keys.setKeyEntry(
                        "own",
                        party.keys().getPrivate(),
                        PASSWORD,
                        party.chain().toArray(X509Certificate[]::new));
            }
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
            keyManagers.init(keys, PASSWORD);
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, PASSWORD);
            for (int i = 0; i < anchors.size(); i++) {
                trust.setCertificateEntry("anchor-" + i, anchors.get(i));
            }
            TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
            trustManagers.init(trust);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
