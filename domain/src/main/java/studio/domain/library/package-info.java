/**
 * The stream {@code library/{publisher}}: what a publisher gives to run, as images with immutable versions, and the services by which
 * images find each other.
 *
 * <p>Start with {@link studio.domain.library.LibraryCommand} for what can be asked, {@link studio.domain.library.LibraryEvent} for
 * what can happen, and {@link studio.domain.library.ImageContent} for what a version says. A network does not refer to a version
 * but holds its {@link studio.domain.library.ImageSnapshot}.
 */
package studio.domain.library;
