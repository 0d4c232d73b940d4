package studio.projection.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.projection.audit.AuditRow;
import studio.projection.testing.Schema;

/** The rows that queries read have the columns that the migrations make: all of them, and no others. */
class RowsIT {

    private static final List<Class<?>> ROWS = List.of(
            UserRow.class,
            WebSessionRow.class,
            ApiTokenRow.class,
            BackboneRow.class,
            InteriorSiteRow.class,
            AccessPointRow.class,
            InterRouterLinkRow.class,
            NetworkAttachmentRow.class,
            TlsCertificateRow.class,
            LibraryRow.class,
            ImageRow.class,
            ImageVersionRow.class,
            ServiceRow.class,
            NetworkRow.class,
            BackboneAttachmentRow.class,
            HomeRow.class,
            SiteClassRow.class,
            MemberInvitationRow.class,
            EdgeLinkRow.class,
            MemberSiteRow.class,
            SiteIndexRow.class,
            ClassSetRow.class,
            CensusRow.class,
            EndpointRow.class,
            ServiceLinkRow.class,
            DeploymentRow.class,
            CertificateIndexRow.class,
            StreamRow.class,
            AuditRow.class,
            PositionRow.class);

    @Test
    void shouldHaveTheColumnsOfTheirTables() throws SQLException {
        Schema schema = Schema.create();
        List<String> columns = schema.texts("SELECT table_name || '.' || column_name FROM information_schema.columns"
                + " WHERE table_schema = 'projection' AND table_name NOT LIKE 'flyway%'");

        assertThat(ROWS.stream().flatMap(RowsIT::columns)).containsExactlyInAnyOrderElementsOf(columns);
    }

    private static Stream<String> columns(Class<?> row) {
        String table = row.getAnnotation(Table.class).name();
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = row; type != Object.class; type = type.getSuperclass()) {
            fields.addAll(Arrays.asList(type.getDeclaredFields()));
        }
        return fields.stream()
                .filter(field -> field.isAnnotationPresent(Column.class))
                .map(field -> table + "." + field.getAnnotation(Column.class).name());
    }
}
