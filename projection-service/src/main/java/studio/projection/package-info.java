/** The projection service: the tables folded from the log, all that reads them, and the public origin. */
package studio.projection;
