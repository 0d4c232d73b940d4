/** What is in each certificate of the tree. */
@NullMarked
package studio.certificates.policy;

import org.jspecify.annotations.NullMarked;
