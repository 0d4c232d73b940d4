/** What tests of several modules share. Test scope only; nothing here is in a delivered program. */
package studio.testkit;
