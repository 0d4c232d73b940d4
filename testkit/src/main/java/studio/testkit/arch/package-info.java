/** The rules of the architecture that the compiler does not know, as tests. */
package studio.testkit.arch;
