/** What every service's description of its interface (OpenAPI 3.1) says alike. */
@NullMarked
package studio.identity.openapi;

import org.jspecify.annotations.NullMarked;
