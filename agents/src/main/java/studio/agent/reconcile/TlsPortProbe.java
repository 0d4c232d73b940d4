package studio.agent.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.router.Listener;

/**
 * Looks at a port of this machine: whether it can be taken, and else whether whoever listens shows the certificate that the router
 * should show there. It only looks at the certificate, and hangs up.
 */
public final class TlsPortProbe implements PortProbe {

    private static final int TIMEOUT_MS = 2_000;

    private final Function<String, Path> certificateOf;

    /** A probe that knows the certificates of profiles as PEM files. */
    public TlsPortProbe(Function<String, Path> certificateOf) {
        this.certificateOf = certificateOf;
    }

    @Override
    public Listening look(Listener listener) {
        if (isFree(listener)) {
            return Listening.NOBODY;
        }
        try {
            Certificate ours = first(certificateOf.apply(listener.profile()));
            return shown(listener).filter(ours::equals).isPresent() ? Listening.ROUTER : Listening.ANOTHER;
        } catch (IOException | GeneralSecurityException e) {
            return Listening.ANOTHER;
        }
    }

    private static boolean isFree(Listener listener) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    new InetSocketAddress(listener.at().host(), listener.at().port()));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Certificate first(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private static Optional<Certificate> shown(Listener listener) throws GeneralSecurityException {
        Queue<Certificate> seen = new ArrayDeque<>();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Looking(seen)}, new SecureRandom());
        InetAddress any = new InetSocketAddress(listener.at().host(), 0).getAddress();
        InetAddress host = any == null || any.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : any;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, listener.at().port()), TIMEOUT_MS);
            plain.setSoTimeout(TIMEOUT_MS);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain, listener.at().host(), listener.at().port(), true)) {
                socket.startHandshake();
            }
        } catch (IOException refused) {
            // We show no certificate, so the router hangs up; what it showed first is all that is wanted.
            return Optional.ofNullable(seen.peek());
        }
        return Optional.ofNullable(seen.peek());
    }

    /** Trusts nobody with anything; it only looks. */
    private static final class Looking extends X509ExtendedTrustManager {

        private final Queue<Certificate> seen;

        Looking(Queue<Certificate> seen) {
            this.seen = seen;
        }

        private void see(X509Certificate[] chain) {
            seen.add(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            see(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            see(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            see(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
