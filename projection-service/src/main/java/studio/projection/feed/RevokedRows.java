package studio.projection.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Those of the table. One that has ended by its dates is refused without it. */
@ApplicationScoped
public class RevokedRows implements RevokedCertificates {

    private static final String REVOKED = """
        SELECT fingerprint FROM tls_certificates
        WHERE state = 'revoked' AND use IN ('interior-site', 'network-home')
          AND fingerprint IS NOT NULL AND not_after > now()\
        """;

    private final DataSource database;

    RevokedRows(DataSource database) {
        this.database = database;
    }

    @Override
    public Set<String> fingerprints() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(REVOKED);
                ResultSet rows = query.executeQuery()) {
            Set<String> fingerprints = new HashSet<>();
            while (rows.next()) {
                fingerprints.add(rows.getString(1));
            }
            return fingerprints;
        } catch (SQLException e) {
            throw new IllegalStateException("the table of certificates cannot be read", e);
        }
    }
}
