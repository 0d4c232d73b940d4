package studio.projection.rest;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which certificates of a stream are wanted. */
public class CertificateFilter {

    @RestQuery
    @Parameter(description = "`requested`, `issued`, `superseded`, `revoked`, `expired` or `failed`")
    Optional<String> state = Optional.empty();

    @RestQuery
    @Parameter(
            description = "What it is for: `root`, `service-home`, `interior-ca`, `access-point-ca`, `interior-site`,"
                    + " `access-point`, `network-ca`, `network-home` or `member-site`")
    Optional<String> use = Optional.empty();

    @RestQuery
    @Parameter(description = "The name of the object that it is for; of a member site or a home, the uid")
    Optional<String> subject = Optional.empty();

    Map<String, Optional<String>> columns() {
        return Map.of("state", state, "use", use, "subject", subject);
    }
}
