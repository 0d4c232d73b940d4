/** Makes values of the domain's records out of nothing but a seed. */
package studio.testkit.sample;
