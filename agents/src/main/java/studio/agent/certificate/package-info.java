/** An agent's keys and certificates: keys are made here and never leave; certificates come and replace each other without a break. */
package studio.agent.certificate;
