/** What the homes can be told. */
@NullMarked
package studio.home.config;

import org.jspecify.annotations.NullMarked;
