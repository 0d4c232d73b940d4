/**
 * A router's management over AMQP. Nothing here trusts the router: every request has a deadline, answers are matched by an id that is
 * never used again, and only an integer from 200 to 299 is a success.
 */
package studio.agent.amqp;
