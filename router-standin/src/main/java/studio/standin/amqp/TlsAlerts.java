package studio.standin.amqp;

import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what went wrong on a channel in the words of the router's TLS library, which people search for. */
final class TlsAlerts {

    private TlsAlerts() {}

    static String describe(Throwable cause) {
        Throwable root = cause;
        for (Throwable next = cause; next != null && !(root instanceof SSLException); next = next.getCause()) {
            root = next;
        }
        String said = Optional.ofNullable(root.getMessage()).orElse(root.toString());
        return root instanceof SSLException ? "SSL Failure: " + alert(said) : "proton:io " + said;
    }

    private static String alert(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("fatal alert")) {
            if (lower.contains("certificate_expired")) {
                return "sslv3 alert certificate expired";
            }
            if (lower.contains("certificate_required") || lower.contains("bad_certificate")) {
                return "tlsv13 alert certificate required";
            }
            if (lower.contains("certificate_unknown") || lower.contains("unknown_ca")) {
                return "tlsv1 alert unknown ca";
            }
            return said;
        }
        if (lower.contains("certificate") || lower.contains("pkix") || lower.contains("validation")) {
            return "certificate verify failed";
        }
        return said;
    }
}
