package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.search.question.AskedText.Way;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.sources.webhooks.Webhook;
import io.gazetteer.api.sources.webhooks.delivery.Delivery;
import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.IndexRebuild;
import io.gazetteer.common.events.Topics;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.secrets.EncryptionKey;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the description names all values of a field, they are the values of the code's enum. */
class DescribedValuesTest {
  private static final JsonNode SCHEMAS =
      Description.committed().document().at("/components/schemas");

  /** Fields with values that no enum of the code lists; tests of answers hold them. */
  private static final List<String> OTHERS =
      List.of(
          "AuditEvent/properties/via",
          "DiagramGroup/properties/kind",
          "Hit/properties/kind",
          "HitMatch/properties/field",
          "LoginTokens/properties/token_type",
          "RelationIndexKey/properties/direction",
          "RelationIndexKey/properties/nulls",
          "SearchAnswerTotal/properties/relation",
          "Suggestion/properties/kinds/items");

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            json(CrawlState.class),
            List.of("CrawlDetails/properties/state", "CrawlView/properties/state")),
        arguments(
            json(DatabaseKind.class),
            List.of(
                "DatabaseSchema/properties/db_type",
                "FoundTables/properties/db_type",
                "HitDatabase/properties/db_type",
                "RegisteredSource/properties/db_type")),
        arguments(
            Arrays.stream(EncryptionKey.State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList(),
            List.of("EncryptionKeyKeyView/properties/state")),
        arguments(
            Arrays.stream(SearchIndex.State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList(),
            List.of("IndexSizesIndexSize/properties/state")),
        arguments(
            Arrays.stream(MatchKind.values()).map(MatchKind::jsonName).toList(),
            List.of("HitMatch/properties/how")),
        arguments(
            List.of(Way.NAMES.jsonName(), Way.QUESTION.jsonName()),
            List.of("SearchAnswer/properties/mode")),
        arguments(json(Fact.class), List.of("RelationUnknownFact/properties/fact")),
        arguments(json(GenerationKind.class), List.of("Column/properties/generated_as")),
        arguments(json(IdentityKind.class), List.of("Column/properties/identity")),
        arguments(json(IndexRebuild.Reason.class), List.of("RebuildView/properties/reason")),
        arguments(json(IndexRebuild.State.class), List.of("RebuildView/properties/state")),
        arguments(json(ProblemCode.class), List.of("ProblemAnswer/properties/code")),
        arguments(
            json(ReferentialAction.class),
            List.of(
                "RelationForeignKey/properties/on_delete",
                "RelationForeignKey/properties/on_update")),
        arguments(
            json(RelationKind.class),
            List.of("Hit/properties/table_kind", "Table/properties/kind")),
        arguments(
            json(Role.class),
            List.of(
                "ApiToken/properties/role",
                "ApiTokenNewToken/properties/role",
                "Me/properties/role",
                "NewToken/properties/role",
                "NewUser/properties/role",
                "UserChange/properties/role",
                "UserView/properties/role")),
        arguments(
            json(TlsMode.class),
            List.of(
                "DbCredentialsChange/properties/tls_mode",
                "NewDbCredentials/properties/tls_mode",
                "DatabaseServer/properties/tls_mode",
                "RegisteredSource/properties/tls_mode")),
        arguments(Topics.WORK, List.of("Replay/properties/topic")),
        arguments(
            json(MessageFormat.class),
            List.of(
                "NewWebhook/properties/format",
                "Webhook/properties/format",
                "WebhookChange/properties/format",
                "WebhookNewWebhook/properties/format")),
        arguments(
            WebhookEvent.offered().stream().map(WebhookEvent::jsonName).toList(),
            List.of(
                "NewWebhook/properties/events/items",
                "Webhook/properties/events/items",
                "WebhookChange/properties/events/items",
                "WebhookNewWebhook/properties/events/items")),
        arguments(json(WebhookEvent.class), List.of("Delivery/properties/event")),
        arguments(json(Delivery.State.class), List.of("Delivery/properties/state")),
        arguments(
            json(Webhook.State.class),
            List.of("Webhook/properties/state", "WebhookNewWebhook/properties/state")),
        arguments(
            json(Webhook.PauseReason.class),
            List.of(
                "Webhook/properties/pause_reason", "WebhookNewWebhook/properties/pause_reason")),
        arguments(json(TypeFamily.class), List.of("Column/properties/type_family")),
        arguments(json(Caller.Via.class), List.of("Me/properties/via")));
  }

  private static List<String> json(Class<? extends Enum<?>> type) {
    return texts(JsonMapper.shared().valueToTree(type.getEnumConstants()));
  }

  private static List<String> texts(JsonNode values) {
    return values
        .valueStream()
        .filter(value -> !value.isNull())
        .map(JsonNode::stringValue)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("values")
  void areThoseOfTheCode(List<String> values, List<String> fields) {
    assertThat(fields)
        .allSatisfy(
            field ->
                assertThat(texts(SCHEMAS.at("/" + field + "/enum")))
                    .as(field)
                    .containsExactlyInAnyOrderElementsOf(values));
  }

  @Test
  void areAllLookedAt() {
    var compared =
        Stream.concat(
                values().flatMap(row -> ((List<?>) row.get()[1]).stream()).map(Object::toString),
                OTHERS.stream())
            .collect(Collectors.toSet());

    assertThat(placesOfValues("", SCHEMAS)).isEqualTo(compared);
  }

  private static Set<String> placesOfValues(String place, JsonNode node) {
    return node.properties().stream()
        .flatMap(
            entry ->
                entry.getKey().equals("enum") && entry.getValue().isArray()
                    ? Stream.of(place.substring(1))
                    : placesOfValues(place + "/" + entry.getKey(), entry.getValue()).stream())
        .collect(Collectors.toSet());
  }
}
