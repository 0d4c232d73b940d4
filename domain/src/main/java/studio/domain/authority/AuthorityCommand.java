package studio.domain.authority;

import studio.domain.certificate.CertificateCommand;
import studio.domain.kernel.Command;

/** What one may ask of the stream of the installation's own certificates. */
public sealed interface AuthorityCommand extends Command permits CertificateCommand {}
