@org.jspecify.annotations.NullMarked
package io.gazetteer.worker.testing.relay;
