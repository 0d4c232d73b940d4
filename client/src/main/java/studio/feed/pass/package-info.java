/** How a component of the Service Home vouches towards a home for somebody who is signed in there. */
package studio.feed.pass;
