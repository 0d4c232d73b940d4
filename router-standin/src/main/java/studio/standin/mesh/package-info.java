/** Interior routers among themselves: who is there, at what cost, who consumes what, and the way to each. */
package studio.standin.mesh;
