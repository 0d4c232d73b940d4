/** Edge routers and the interior router above them: addresses are told in both directions, policy decides which. */
package studio.standin.edge;
