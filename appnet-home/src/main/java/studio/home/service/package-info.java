/** The homes as a service. */
@NullMarked
package studio.home.service;

import org.jspecify.annotations.NullMarked;
