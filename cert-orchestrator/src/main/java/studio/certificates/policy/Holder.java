package studio.certificates.policy;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Uid;

/**
 * What certificates say of a holder beside its name.
 *
 * @param uid     its uid; that of the certificate for the root
 * @param owner   the uid of the backbone or network that it belongs to
 * @param host    the DNS name at which it is reached, if it is
 * @param managed whether it runs at the Service Home, which then makes its key
 * @param endsAt  when the network is over that it belongs to
 */
public record Holder(Uid uid, Uid owner, Optional<String> host, boolean managed, Optional<Instant> endsAt) {}
