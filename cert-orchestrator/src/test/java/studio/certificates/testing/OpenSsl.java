package studio.certificates.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import studio.certificates.signer.Certificates;

/** The program {@code openssl}, in a directory of its own; a test that needs it is left out where there is none. */
public final class OpenSsl {

    private static final long TIMEOUT_SECONDS = 30;

    private final Path directory;

    /** The program, for files in that directory. */
    public OpenSsl(Path directory) {
        Assumptions.assumeTrue(isThere(), "openssl is not on the path");
        this.directory = directory;
    }

    private static boolean isThere() {
        return List.of(System.getProperty("java.library.path", ""), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .stream()
                .flatMap(path -> List.of(path.split(File.pathSeparator, -1)).stream())
                .anyMatch(path -> Files.isExecutable(Path.of(path).resolve("openssl")));
    }

    /** Whether it trusts the first certificate of the chain for that purpose, with those anchors alone, as routers do. */
    public boolean verifies(List<X509Certificate> chain, List<X509Certificate> anchors, String purpose)
            throws IOException, InterruptedException {
        Path leaf = write("leaf.pem", chain.subList(0, 1));
        Path trusted = write("trusted.pem", anchors);
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "verify",
                "-x509_strict",
                "-partial_chain",
                "-no-CApath",
                "-no-CAstore",
                "-purpose",
                purpose,
                "-trusted",
                trusted.toString()));
        if (chain.size() > 1) {
            command.add("-untrusted");
            command.add(write("others.pem", chain.subList(1, chain.size())).toString());
        }
        command.add(leaf.toString());
        return run(command) == 0;
    }

    /** A company's own authority that signs the request; the chain up to its root. */
    public String signAuthority(String request) throws IOException, InterruptedException {
        Path csr = Files.writeString(directory.resolve("request.pem"), request);
        Path key = directory.resolve("company-key.pem");
        Path root = directory.resolve("company.pem");
        Path signed = directory.resolve("signed.pem");
        Path extensions = Files.writeString(directory.resolve("extensions"), """
                basicConstraints=critical,CA:true,pathlen:1
                keyUsage=critical,keyCertSign,cRLSign
                subjectKeyIdentifier=hash
                authorityKeyIdentifier=keyid
                """);
        require(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=A Company",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign",
                "-keyout",
                key.toString(),
                "-out",
                root.toString()));
        require(List.of(
                "openssl",
                "x509",
                "-req",
                "-days",
                "1",
                "-in",
                csr.toString(),
                "-CA",
                root.toString(),
                "-CAkey",
                key.toString(),
                "-CAcreateserial",
                "-extfile",
                extensions.toString(),
                "-out",
                signed.toString()));
        return Files.readString(signed) + Files.readString(root);
    }

    private Path write(String name, List<X509Certificate> certificates) throws IOException {
        return Files.writeString(directory.resolve(name), Certificates.toPem(certificates));
    }

    private void require(List<String> command) throws IOException, InterruptedException {
        if (run(command) != 0) {
            throw new AssertionError(command + " failed");
        }
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(directory.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(command + " did not end: " + output);
        }
        return process.exitValue();
    }
}
