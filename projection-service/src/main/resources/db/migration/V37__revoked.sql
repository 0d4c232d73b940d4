-- Looked for once a second: certificates that the feed must not believe.

CREATE INDEX tls_certificates_revoked ON tls_certificates (use) WHERE state = 'revoked';
