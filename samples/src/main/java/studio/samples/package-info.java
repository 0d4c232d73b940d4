/**
 * The application of the demo scenario: a database and a service at headquarters, a till and its monitoring in every store. None of it
 * knows Studio: each program listens where {@code STUDIO_HOST} says, and finds what it needs where its environment says.
 */
package studio.samples;
