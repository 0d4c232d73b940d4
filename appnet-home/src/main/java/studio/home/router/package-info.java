/** The homes' own routers, through which sites reach them that can't do so directly. */
@NullMarked
package studio.home.router;

import org.jspecify.annotations.NullMarked;
