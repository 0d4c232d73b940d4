package studio.certificates.signer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import studio.certificates.store.Database;
import studio.certificates.store.Sql;
import studio.domain.kernel.Uid;

/** Where authorities' keys and everything that was signed lie. Private keys leave it open for the signer alone. */
final class Vault {

    private static final String CHECK = "master key";
    private static final String FIND =
            "SELECT kind, public_key, sealed, chain FROM authority_keys WHERE certificate = ? AND sealed IS NOT NULL";

    private final Database database;
    private final Seal seal;

    private Vault(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Whether something was sealed already, so that only the same key will do. */
    static boolean isInUse(Database database) {
        return database.inTransaction(
                sql -> sql.find("SELECT true AS there FROM master_key_check", row -> row.flag("there"))
                        .isPresent());
    }

    /**
     * The vault that this key opens.
     *
     * @throws IllegalStateException if it was another key
     */
    static Vault open(Database database, SecretKey masterKey) {
        Seal seal = new Seal(masterKey);
        byte[] known = CHECK.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = database.inTransaction(sql -> {
            sql.update(
                    "INSERT INTO master_key_check (sealed) VALUES (?) ON CONFLICT DO NOTHING", seal.seal(CHECK, known));
            return sql.query("SELECT sealed FROM master_key_check", row -> row.bytes("sealed"))
                    .getFirst();
        });
        seal.open(CHECK, sealed);
        return new Vault(database, seal);
    }

    /**
     * An authority that may still sign.
     *
     * @param kind  the kind of its key
     * @param keys  its keys
     * @param chain its certificate and those above it; empty until somebody has signed
     */
    record Authority(KeyKind kind, KeyPair keys, List<X509Certificate> chain) {}

    Optional<Authority> find(Uid certificate) {
        return database.inTransaction(sql -> sql.find(FIND, row -> read(certificate, row), certificate));
    }

    private Authority read(Uid certificate, Sql.Row row) throws SQLException {
        KeyKind kind = KeyKind.valueOf(row.text("kind"));
        byte[] privateKey = seal.open(label(certificate), row.bytes("sealed"));
        try {
            KeyFactory factory = KeyFactory.getInstance(kind.algorithm());
            KeyPair keys = new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(row.bytes("public_key"))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            return new Authority(
                    kind,
                    keys,
                    row.maybeText("chain").map(Certificates::fromPem).orElse(List.of()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of authority " + certificate + " cannot be read", e);
        }
    }

    /** The authority of that certificate; a new key if it has none. A key that was destroyed does not come back. */
    Authority findOrMake(Uid certificate, KeyKind kind) {
        return find(certificate).orElseGet(() -> {
            KeyPair keys = kind.make();
            database.run(sql -> sql.update(
                    "INSERT INTO authority_keys (certificate, kind, public_key, sealed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    certificate,
                    kind.name(),
                    keys.getPublic().getEncoded(),
                    seal.seal(label(certificate), keys.getPrivate().getEncoded())));
            return find(certificate).orElseThrow(() -> new UnknownAuthorityException(certificate));
        });
    }

    private static String label(Uid certificate) {
        return "authority " + certificate;
    }

    /** Keeps what was signed for an authority, unless something was before; what is kept. */
    SignedCertificate keepAuthority(Uid certificate, HolderKey key, Uid issuer, SignedCertificate signed) {
        return database.inTransaction(sql -> {
            SignedCertificate kept = keep(certificate, key, issuer, signed, sql);
            sql.update(
                    "UPDATE authority_keys SET chain = ? WHERE certificate = ? AND chain IS NULL",
                    kept.chain(),
                    certificate);
            return kept;
        });
    }

    /** Keeps what was signed, unless something was before; what is kept. */
    SignedCertificate keep(Uid certificate, HolderKey key, Uid issuer, SignedCertificate signed) {
        return database.once(sql -> keep(certificate, key, issuer, signed, sql));
    }

    private static SignedCertificate keep(
            Uid certificate, HolderKey key, Uid issuer, SignedCertificate signed, Sql sql) {
        String digest = key.digest().hex();
        int added = sql.update(
                "INSERT INTO signatures (certificate, key_digest, issuer, serial, chain) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (certificate, key_digest, issuer) DO NOTHING",
                certificate,
                digest,
                issuer,
                signed.serial(),
                signed.chain());
        if (added == 1) {
            return signed;
        }
        String kept = sql.query(
                        "SELECT chain FROM signatures WHERE certificate = ? AND key_digest = ? AND issuer = ?",
                        row -> row.text("chain"),
                        certificate,
                        digest,
                        issuer)
                .getFirst();
        return SignedCertificate.of(Certificates.fromPem(kept));
    }

    void destroy(Uid certificate) {
        database.run(sql -> sql.update("UPDATE authority_keys SET sealed = NULL WHERE certificate = ?", certificate));
    }
}
