/** What the log knows of X.509 certificates: subject, validity and fate. Keys stay where they are made and are never here. */
package studio.domain.certificate;
