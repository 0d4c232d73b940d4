package studio.standin.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Names in certificates: of a user, as a profile's uidFormat takes it, and of a host. */
public final class PeerName {

    private static final Map<Character, String> PARTS =
            Map.of('c', "C", 's', "ST", 'l', "L", 'o', "O", 'u', "OU", 'n', "CN");
    private static final Map<Character, String> DIGESTS = Map.of('1', "SHA-1", '2', "SHA-256", '5', "SHA-512");
    private static final int DNS = 2;

    private PeerName() {}

    /** The certificate that the other side showed in that session. */
    public static Optional<X509Certificate> certificate(SSLSession session) {
        try {
            return Stream.of(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .findFirst();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** The user's name: the whole subject without a format, else the format's parts with semicolons between them. */
    static String of(X509Certificate certificate, String format) {
        if (format.isEmpty()) {
            return certificate.getSubjectX500Principal().getName();
        }
        return format.chars()
                .mapToObj(letter -> part(certificate, (char) letter))
                .collect(Collectors.joining(";"));
    }

    private static String part(X509Certificate certificate, char letter) {
        return Optional.ofNullable(PARTS.get(letter))
                .map(type -> subject(certificate, type))
                .orElseGet(() -> digest(certificate, DIGESTS.getOrDefault(letter, "SHA-256")));
    }

    private static String subject(X509Certificate certificate, String type) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .reduce((first, last) -> last)
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }

    private static String digest(X509Certificate certificate, String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is this the certificate of that host? As in the router, only DNS names and the CN count, never IP addresses. */
    public static boolean isHost(X509Certificate certificate, String host) {
        return dnsNames(certificate).stream().anyMatch(name -> matches(name, host))
                || matches(subject(certificate, "CN"), host);
    }

    private static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (pattern.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
        }
        return pattern.equals(wanted);
    }

    private static List<String> dnsNames(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> name.getFirst() instanceof Integer kind && kind == DNS)
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
