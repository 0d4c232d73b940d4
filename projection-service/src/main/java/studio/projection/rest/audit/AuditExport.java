package studio.projection.rest.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.Actor;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.AuditQueries;
import studio.projection.audit.Outcome;
import studio.projection.query.Cursor;
import studio.projection.query.Page;

/** Exports the audit page by page: the next is read when the client has taken the one before. */
@ApplicationScoped
public class AuditExport {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditExport.class);
    private static final int PAGE = 500;

    private final AuditQueries queries;

    AuditExport(AuditQueries queries) {
        this.queries = queries;
    }

    Multi<CloudEvent> stream(Actor actor, AuditFilter filter) {
        AuditFilter wanted = filter.orElse(Outcome.ACCEPTED);
        return Multi.createBy()
                .repeating()
                .uni(Progress::new, progress -> page(actor, wanted, progress))
                .whilst(page -> page.next().isPresent())
                .onItem()
                .<CloudEvent>transformToIterable(
                        page -> page.rows().stream().map(CloudEvent::of).toList())
                .onFailure()
                .invoke(failure -> LOGGER.atWarn().setCause(failure).log("an export of the audit broke off"));
    }

    private Uni<Page<AuditEntry>> page(Actor actor, AuditFilter filter, Progress progress) {
        return queries.byStream(actor, filter, new Page.Wanted(PAGE, progress.next))
                .invoke(page -> progress.next = page.next());
    }

    /** How far one export has got. */
    private static final class Progress {
        private Optional<Cursor> next = Optional.empty();
    }
}
