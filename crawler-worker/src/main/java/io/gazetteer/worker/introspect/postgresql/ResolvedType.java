package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.TypeFamily;
import java.util.List;

/** Describes a type as a reader sees it; {@code notNull} is a domain's constraint. */
record ResolvedType(String spelling, TypeFamily family, boolean notNull, List<String> enumValues) {}
