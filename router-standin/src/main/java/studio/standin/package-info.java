/** A router for laptops and tests, which behaves like skrouterd where Studio relies on it. It is not one for production. */
package studio.standin;
