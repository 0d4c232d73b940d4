package studio.certificates.testing;

import org.flywaydb.core.Flyway;
import studio.certificates.store.Database;

/** The orchestrator's schema in a test's database. */
public final class Schema {

    private Schema() {}

    /** Fills the schema where it is missing. */
    public static Database in(String jdbcUrl, String username, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, username, password)
                .schemas(Database.SCHEMA)
                .defaultSchema(Database.SCHEMA)
                .locations("db/certificates")
                .load()
                .migrate();
        return new Database(FewConnections.to(jdbcUrl + "?currentSchema=" + Database.SCHEMA, username, password));
    }
}
