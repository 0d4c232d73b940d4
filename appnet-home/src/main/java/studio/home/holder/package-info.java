/** The homes that run here, as the files of the certificate orchestrator tell it. */
@NullMarked
package studio.home.holder;

import org.jspecify.annotations.NullMarked;
