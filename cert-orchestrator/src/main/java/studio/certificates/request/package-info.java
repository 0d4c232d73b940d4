/** What holders may ask for. */
@NullMarked
package studio.certificates.request;

import org.jspecify.annotations.NullMarked;
