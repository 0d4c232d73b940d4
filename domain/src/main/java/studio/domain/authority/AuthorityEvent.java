package studio.domain.authority;

import studio.domain.certificate.CertificateEvent;
import studio.domain.kernel.Event;

/** What happens in the stream of the installation's own certificates. */
public sealed interface AuthorityEvent extends Event permits CertificateEvent {}
