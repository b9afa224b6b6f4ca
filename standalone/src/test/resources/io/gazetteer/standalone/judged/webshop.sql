-- webshop: an online shop with its own warehouse. snake_case, plural tables, most things commented.

create schema customer;
create schema catalog;
create schema sales;
create schema billing;
create schema warehouse;
create schema marketing;
create schema support;
create schema analytics;

create type sales.order_status as enum ('cart', 'placed', 'paid', 'packed', 'shipped', 'delivered', 'returned', 'cancelled');

-- ---------------------------------------------------------------- customer

create table customer.customer_groups (
  customer_group_id integer primary key,
  code varchar(20) not null unique,
  title text not null,
  discount_percent numeric(5,2) not null default 0,
  tax_exempt boolean not null default false
);
comment on table customer.customer_groups is 'Retail, wholesale, staff: who gets which prices';

create table customer.customers (
  customer_id bigint generated always as identity primary key,
  customer_number varchar(16) not null unique,
  customer_group_id integer references customer.customer_groups,
  email varchar(254) not null unique,
  email_verified_at timestamptz,
  password_hash text,
  first_name text,
  last_name text,
  company_name text,
  vat_number varchar(20),
  date_of_birth date,
  gender char(1),
  phone varchar(32),
  mobile_phone varchar(32),
  preferred_language char(2) not null default 'en',
  is_active boolean not null default true,
  newsletter_opt_in boolean not null default false,
  lifetime_value numeric(12,2),
  referred_by_customer_id bigint references customer.customers,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
comment on table customer.customers is 'Everyone who has opened an account, guests not included';
comment on column customer.customers.lifetime_value is 'Revenue to date minus refunds, recomputed every night';
comment on column customer.customers.vat_number is 'European tax registration of business buyers, checked against VIES';
comment on column customer.customers.deleted_at is 'Set when the person asked for erasure under the GDPR';
comment on column customer.customers.preferred_language is 'ISO 639-1 code';
comment on column customer.customers.password_hash is 'Argon2id; never export';

create table customer.customer_addresses (
  customer_address_id bigint generated always as identity primary key,
  customer_id bigint not null references customer.customers,
  label text,
  recipient_name text not null,
  street text not null,
  house_number varchar(12),
  postcode varchar(12) not null,
  city text not null,
  state_province text,
  country_code char(2) not null,
  is_default_shipping boolean not null default false,
  is_default_billing boolean not null default false,
  latitude numeric(9,6),
  longitude numeric(9,6),
  created_at timestamptz not null default now()
);
comment on table customer.customer_addresses is 'Address book of a customer';
comment on column customer.customer_addresses.latitude is 'Geocoded, WGS 84';

create table customer.customer_consents (
  customer_consent_id bigint generated always as identity primary key,
  customer_id bigint not null references customer.customers,
  purpose text not null,
  granted boolean not null,
  granted_at timestamptz,
  withdrawn_at timestamptz,
  ip_address inet,
  user_agent text
);
comment on table customer.customer_consents is 'Proof of what people agreed to: cookies, profiling, mailing';

create table customer.wishlists (
  wishlist_id bigint generated always as identity primary key,
  customer_id bigint not null references customer.customers,
  name text not null,
  is_public boolean not null default false,
  share_token uuid unique,
  created_at timestamptz not null default now()
);

create table customer.loyalty_accounts (
  loyalty_account_id bigint generated always as identity primary key,
  customer_id bigint not null unique references customer.customers,
  card_number varchar(24) not null unique,
  tier varchar(10) not null,
  points_balance integer not null default 0,
  points_expire_on date,
  joined_on date not null
);
comment on table customer.loyalty_accounts is 'Membership in the bonus programme';
comment on column customer.loyalty_accounts.tier is 'bronze, silver, gold';

create table customer.loyalty_transactions (
  loyalty_transaction_id bigint generated always as identity primary key,
  loyalty_account_id bigint not null references customer.loyalty_accounts,
  points integer not null,
  reason text not null,
  booked_at timestamptz not null
);
comment on column customer.loyalty_transactions.points is 'Negative when redeemed';

-- ---------------------------------------------------------------- catalog

create table catalog.brands (
  brand_id integer generated always as identity primary key,
  name text not null unique,
  slug text not null unique,
  logo_url text,
  country_of_origin char(2)
);

create table catalog.categories (
  category_id integer generated always as identity primary key,
  parent_category_id integer references catalog.categories,
  name text not null,
  slug text not null unique,
  sort_order integer not null default 0,
  is_visible boolean not null default true,
  seo_title text,
  seo_description text
);
comment on table catalog.categories is 'Tree of departments as shown in the menu';

create table catalog.products (
  product_id bigint generated always as identity primary key,
  sku varchar(40) not null unique,
  brand_id integer references catalog.brands,
  name text not null,
  short_description text,
  long_description text,
  status varchar(12) not null,
  launch_date date,
  discontinued_at timestamptz,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  hazardous_material boolean not null default false,
  hs_code varchar(12),
  warranty_months smallint,
  average_rating numeric(3,2),
  review_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table catalog.products is 'What we sell, one row an article regardless of size and colour';
comment on column catalog.products.sku is 'Stock keeping unit';
comment on column catalog.products.hs_code is 'Customs tariff number for exports outside the union';
comment on column catalog.products.weight_grams is 'Net, without packaging';
comment on column catalog.products.hazardous_material is 'Needs the dangerous goods label, e.g. lithium batteries';

create table catalog.product_variants (
  product_variant_id bigint generated always as identity primary key,
  product_id bigint not null references catalog.products,
  variant_sku varchar(40) not null unique,
  barcode varchar(14),
  color text,
  size text,
  is_sellable boolean not null default true
);
comment on column catalog.product_variants.barcode is 'EAN-13 or UPC as printed on the box';

create table catalog.product_categories (
  product_id bigint not null references catalog.products,
  category_id integer not null references catalog.categories,
  is_primary boolean not null default false,
  primary key (product_id, category_id)
);

create table catalog.product_images (
  product_image_id bigint generated always as identity primary key,
  product_id bigint not null references catalog.products,
  image_url text not null,
  alt_text text,
  sort_order integer not null default 0,
  width_px integer,
  height_px integer
);
comment on column catalog.product_images.alt_text is 'Read aloud to blind visitors';

create table catalog.product_prices (
  product_price_id bigint generated always as identity primary key,
  product_variant_id bigint not null references catalog.product_variants,
  customer_group_id integer references customer.customer_groups,
  currency_code char(3) not null,
  net_price numeric(12,2) not null,
  gross_price numeric(12,2) not null,
  purchase_price numeric(12,4),
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table catalog.product_prices is 'Price list with history; the row without an end is the one in force';
comment on column catalog.product_prices.purchase_price is 'Cost of goods, confidential';

create table catalog.product_reviews (
  product_review_id bigint generated always as identity primary key,
  product_id bigint not null references catalog.products,
  customer_id bigint references customer.customers,
  rating smallint not null check (rating between 1 and 5),
  headline text,
  body text,
  is_verified_purchase boolean not null default false,
  helpful_votes integer not null default 0,
  moderation_status varchar(12) not null,
  submitted_at timestamptz not null
);
comment on column catalog.product_reviews.rating is 'Stars';

create table catalog.product_attributes (
  product_id bigint not null references catalog.products,
  attribute_code varchar(40) not null,
  attribute_value text not null,
  unit varchar(10),
  primary key (product_id, attribute_code)
);
comment on table catalog.product_attributes is 'Technical data sheet as key and value';

-- ---------------------------------------------------------------- warehouse

create table warehouse.suppliers (
  supplier_id integer generated always as identity primary key,
  supplier_number varchar(16) not null unique,
  name text not null,
  contact_name text,
  contact_email varchar(254),
  contact_phone varchar(32),
  payment_terms_days smallint,
  minimum_order_value numeric(12,2),
  lead_time_days smallint,
  rating smallint,
  is_active boolean not null default true
);
comment on table warehouse.suppliers is 'Vendors we buy goods from';
comment on column warehouse.suppliers.lead_time_days is 'Usual time between our order and arrival at the dock';

create table warehouse.warehouses (
  warehouse_id integer generated always as identity primary key,
  code varchar(8) not null unique,
  name text not null,
  street text,
  postcode varchar(12),
  city text,
  country_code char(2),
  capacity_pallets integer,
  is_returns_center boolean not null default false
);

create table warehouse.storage_bins (
  storage_bin_id integer generated always as identity primary key,
  warehouse_id integer not null references warehouse.warehouses,
  aisle varchar(4) not null,
  rack varchar(4) not null,
  shelf varchar(4) not null,
  max_weight_kg numeric(8,2),
  temperature_zone varchar(10)
);
comment on column warehouse.storage_bins.temperature_zone is 'ambient, chilled or frozen';

create table warehouse.stock_levels (
  warehouse_id integer not null references warehouse.warehouses,
  product_variant_id bigint not null references catalog.product_variants,
  qty_on_hand integer not null,
  qty_reserved integer not null default 0,
  reorder_point integer,
  last_counted_at timestamptz,
  primary key (warehouse_id, product_variant_id)
);
comment on table warehouse.stock_levels is 'How many pieces are where right now';
comment on column warehouse.stock_levels.reorder_point is 'Below this a purchase is proposed';

create table warehouse.stock_movements (
  stock_movement_id bigint generated always as identity primary key,
  product_variant_id bigint not null references catalog.product_variants,
  from_bin_id integer references warehouse.storage_bins,
  to_bin_id integer references warehouse.storage_bins,
  qty integer not null,
  movement_type varchar(12) not null,
  moved_by text,
  moved_at timestamptz not null
);

create table warehouse.purchase_orders (
  purchase_order_id bigint generated always as identity primary key,
  po_number varchar(20) not null unique,
  supplier_id integer not null references warehouse.suppliers,
  warehouse_id integer not null references warehouse.warehouses,
  ordered_at timestamptz not null,
  expected_delivery_date date,
  currency_code char(3) not null,
  total_amount numeric(12,2) not null,
  approved_by text,
  status varchar(12) not null
);
comment on table warehouse.purchase_orders is 'What we order from vendors to fill the shelves';

create table warehouse.purchase_order_lines (
  purchase_order_id bigint not null references warehouse.purchase_orders,
  line_no smallint not null,
  product_variant_id bigint not null references catalog.product_variants,
  qty_ordered integer not null,
  qty_received integer not null default 0,
  unit_cost numeric(12,4) not null,
  primary key (purchase_order_id, line_no)
);

create table warehouse.inventory_counts (
  inventory_count_id bigint generated always as identity primary key,
  storage_bin_id integer not null references warehouse.storage_bins,
  product_variant_id bigint not null references catalog.product_variants,
  counted_qty integer not null,
  expected_qty integer not null,
  variance_reason text,
  counted_by text not null,
  counted_at timestamptz not null
);
comment on table warehouse.inventory_counts is 'Yearly stocktaking and spot checks';
comment on column warehouse.inventory_counts.variance_reason is 'theft, damage, miscount';

-- ---------------------------------------------------------------- sales

create table sales.carriers (
  carrier_id integer generated always as identity primary key,
  name text not null,
  tracking_url_template text,
  customer_service_phone varchar(32),
  max_parcel_weight_kg numeric(6,2)
);
comment on table sales.carriers is 'DHL, UPS and other parcel services';

create table sales.carts (
  cart_id uuid primary key,
  customer_id bigint references customer.customers,
  session_id uuid,
  currency_code char(3) not null,
  abandoned_at timestamptz,
  recovery_mail_sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sales.carts is 'Baskets, also those of visitors without account';

create table sales.cart_items (
  cart_item_id bigint generated always as identity primary key,
  cart_id uuid not null references sales.carts,
  product_variant_id bigint not null references catalog.product_variants,
  quantity integer not null,
  added_at timestamptz not null
);

create table sales.orders (
  order_id bigint generated always as identity primary key,
  order_number varchar(20) not null unique,
  customer_id bigint references customer.customers,
  guest_email varchar(254),
  status sales.order_status not null,
  placed_at timestamptz not null,
  currency_code char(3) not null,
  subtotal_amount numeric(12,2) not null,
  discount_amount numeric(12,2) not null default 0,
  shipping_amount numeric(12,2) not null default 0,
  tax_amount numeric(12,2) not null default 0,
  total_amount numeric(12,2) not null,
  shipping_address_id bigint references customer.customer_addresses,
  billing_address_id bigint references customer.customer_addresses,
  coupon_code varchar(30),
  sales_channel varchar(12) not null,
  customer_note text,
  fraud_score numeric(5,2),
  cancelled_at timestamptz,
  cancellation_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sales.orders is 'Purchases by customers and guests';
comment on column sales.orders.sales_channel is 'web, app, marketplace, phone';
comment on column sales.orders.fraud_score is 'Risk as rated by the scoring service, 100 is worst';
comment on column sales.orders.total_amount is 'Gross, what is to be paid';

create table sales.order_items (
  order_item_id bigint generated always as identity primary key,
  order_id bigint not null references sales.orders,
  product_variant_id bigint not null references catalog.product_variants,
  quantity integer not null,
  unit_price numeric(12,2) not null,
  tax_rate numeric(5,2) not null,
  discount_amount numeric(12,2) not null default 0,
  line_total numeric(12,2) not null,
  gift_wrap boolean not null default false,
  gift_message text
);
comment on table sales.order_items is 'Positions of an order';

create table sales.order_status_history (
  order_status_history_id bigint generated always as identity primary key,
  order_id bigint not null references sales.orders,
  old_status sales.order_status,
  new_status sales.order_status not null,
  changed_by text,
  changed_at timestamptz not null
);

create table sales.shipments (
  shipment_id bigint generated always as identity primary key,
  order_id bigint not null references sales.orders,
  carrier_id integer not null references sales.carriers,
  warehouse_id integer references warehouse.warehouses,
  tracking_number varchar(40),
  shipped_at timestamptz,
  estimated_delivery_date date,
  delivered_at timestamptz,
  signed_by text,
  parcel_weight_grams integer,
  shipping_cost numeric(10,2)
);
comment on column sales.shipments.shipping_cost is 'What the carrier charges us';
comment on column sales.shipments.signed_by is 'Neighbour or household member who took the parcel';

create table sales.shipment_items (
  shipment_id bigint not null references sales.shipments,
  order_item_id bigint not null references sales.order_items,
  quantity integer not null,
  primary key (shipment_id, order_item_id)
);

create table sales.returns (
  return_id bigint generated always as identity primary key,
  rma_number varchar(20) not null unique,
  order_id bigint not null references sales.orders,
  reason_code varchar(12) not null,
  requested_at timestamptz not null,
  received_at timestamptz,
  inspection_result text,
  restocking_fee numeric(10,2)
);
comment on table sales.returns is 'Goods sent back by buyers';
comment on column sales.returns.rma_number is 'Return merchandise authorisation';

create table sales.return_items (
  return_id bigint not null references sales.returns,
  order_item_id bigint not null references sales.order_items,
  quantity integer not null,
  condition varchar(12),
  primary key (return_id, order_item_id)
);

-- ---------------------------------------------------------------- billing

create table billing.invoices (
  invoice_id bigint generated always as identity primary key,
  invoice_number varchar(20) not null unique,
  order_id bigint not null references sales.orders,
  issued_on date not null,
  due_date date not null,
  net_amount numeric(12,2) not null,
  tax_amount numeric(12,2) not null,
  total_amount numeric(12,2) not null,
  currency_code char(3) not null,
  pdf_document bytea,
  paid_at timestamptz,
  dunning_level smallint not null default 0
);
comment on column billing.invoices.dunning_level is 'How many reminders have gone out for late payment';

create table billing.invoice_lines (
  invoice_id bigint not null references billing.invoices,
  line_no smallint not null,
  description text not null,
  quantity numeric(10,2) not null,
  unit_price numeric(12,2) not null,
  tax_rate numeric(5,2) not null,
  line_total numeric(12,2) not null,
  primary key (invoice_id, line_no)
);

create table billing.payment_methods (
  payment_method_id bigint generated always as identity primary key,
  customer_id bigint not null references customer.customers,
  provider varchar(20) not null,
  provider_token text not null,
  card_brand varchar(12),
  card_last_four char(4),
  card_expiry date,
  iban varchar(34),
  is_default boolean not null default false
);
comment on column billing.payment_methods.provider_token is 'Opaque handle at Stripe or Adyen; we store no full card data';

create table billing.payments (
  payment_id bigint generated always as identity primary key,
  order_id bigint not null references sales.orders,
  payment_method_id bigint references billing.payment_methods,
  amount numeric(12,2) not null,
  currency_code char(3) not null,
  status varchar(12) not null,
  authorized_at timestamptz,
  captured_at timestamptz,
  failure_code varchar(30),
  provider_reference text
);

create table billing.refunds (
  refund_id bigint generated always as identity primary key,
  payment_id bigint not null references billing.payments,
  return_id bigint references sales.returns,
  amount numeric(12,2) not null,
  reason text,
  approved_by text,
  refunded_at timestamptz
);
comment on table billing.refunds is 'Money given back';

create table billing.gift_cards (
  gift_card_id bigint generated always as identity primary key,
  code varchar(24) not null unique,
  initial_value numeric(10,2) not null,
  remaining_balance numeric(10,2) not null,
  purchased_by_customer_id bigint references customer.customers,
  expires_on date
);

create table billing.tax_rates (
  country_code char(2) not null,
  tax_class varchar(12) not null,
  rate_percent numeric(5,2) not null,
  valid_from date not null,
  primary key (country_code, tax_class, valid_from)
);
comment on table billing.tax_rates is 'Value added tax by country';

create table billing.exchange_rates (
  base_currency char(3) not null,
  quote_currency char(3) not null,
  rate_date date not null,
  rate numeric(18,8) not null,
  primary key (base_currency, quote_currency, rate_date)
);
comment on table billing.exchange_rates is 'Daily reference rates of the European Central Bank';

-- ---------------------------------------------------------------- marketing

create table marketing.campaigns (
  campaign_id integer generated always as identity primary key,
  name text not null,
  channel varchar(12) not null,
  utm_source text,
  utm_medium text,
  budget_amount numeric(12,2),
  starts_at timestamptz,
  ends_at timestamptz,
  owner_name text
);

create table marketing.coupons (
  coupon_id integer generated always as identity primary key,
  coupon_code varchar(30) not null unique,
  campaign_id integer references marketing.campaigns,
  discount_type varchar(10) not null,
  discount_value numeric(10,2) not null,
  minimum_order_amount numeric(12,2),
  max_redemptions integer,
  expires_at timestamptz
);
comment on table marketing.coupons is 'Voucher codes';

create table marketing.coupon_redemptions (
  coupon_redemption_id bigint generated always as identity primary key,
  coupon_id integer not null references marketing.coupons,
  order_id bigint not null references sales.orders,
  redeemed_at timestamptz not null
);

create table marketing.newsletter_subscriptions (
  newsletter_subscription_id bigint generated always as identity primary key,
  email varchar(254) not null,
  confirmed_at timestamptz,
  unsubscribed_at timestamptz,
  bounce_count smallint not null default 0,
  source text
);
comment on column marketing.newsletter_subscriptions.confirmed_at is 'Second click of double opt-in';
comment on column marketing.newsletter_subscriptions.bounce_count is 'Hard undeliverable notices; after three we stop';

create table marketing.email_sends (
  email_send_id bigint generated always as identity primary key,
  campaign_id integer references marketing.campaigns,
  newsletter_subscription_id bigint references marketing.newsletter_subscriptions,
  sent_at timestamptz not null,
  opened_at timestamptz,
  clicked_at timestamptz
);

create table marketing.ad_spend_daily (
  spend_date date not null,
  platform varchar(12) not null,
  campaign_id integer not null references marketing.campaigns,
  impressions bigint not null,
  clicks bigint not null,
  spend_amount numeric(12,2) not null,
  primary key (spend_date, platform, campaign_id)
);
comment on table marketing.ad_spend_daily is 'What Google, Meta and TikTok cost us each day';

-- ---------------------------------------------------------------- support

create table support.agents (
  agent_id integer generated always as identity primary key,
  full_name text not null,
  email varchar(254) not null unique,
  team varchar(20),
  hired_on date
);

create table support.tickets (
  ticket_id bigint generated always as identity primary key,
  customer_id bigint references customer.customers,
  order_id bigint references sales.orders,
  assigned_agent_id integer references support.agents,
  subject text not null,
  priority smallint not null,
  status varchar(12) not null,
  opened_at timestamptz not null,
  first_response_at timestamptz,
  resolved_at timestamptz,
  satisfaction_score smallint
);
comment on table support.tickets is 'Complaints and questions to the help desk';
comment on column support.tickets.satisfaction_score is 'CSAT survey after closing, 1 to 5';

create table support.ticket_messages (
  ticket_message_id bigint generated always as identity primary key,
  ticket_id bigint not null references support.tickets,
  author_type varchar(10) not null,
  body text not null,
  attachment_url text,
  sent_at timestamptz not null
);

create table support.nps_responses (
  nps_response_id bigint generated always as identity primary key,
  customer_id bigint references customer.customers,
  score smallint not null,
  feedback text,
  responded_at timestamptz not null
);
comment on table support.nps_responses is 'Net promoter survey: how likely are you to recommend us';

create table support.faq_articles (
  faq_article_id integer generated always as identity primary key,
  question text not null,
  answer text not null,
  language_code char(2) not null,
  view_count integer not null default 0,
  published_at timestamptz
);

-- ---------------------------------------------------------------- analytics

create table analytics.web_sessions (
  session_id uuid primary key,
  customer_id bigint references customer.customers,
  started_at timestamptz not null,
  ended_at timestamptz,
  landing_page text,
  referrer_url text,
  device_type varchar(10),
  browser text,
  ip_address inet,
  country_code char(2)
);

create table analytics.page_views (
  session_id uuid not null,
  viewed_at timestamptz not null,
  url_path text not null,
  product_id bigint,
  dwell_seconds integer,
  scroll_depth_percent smallint
) partition by range (viewed_at);
comment on table analytics.page_views is 'Clickstream, one row for each page somebody looks at';
comment on column analytics.page_views.dwell_seconds is 'How long the visitor stayed on it';
create table analytics.page_views_2025_01 partition of analytics.page_views for values from ('2025-01-01') to ('2025-02-01');
create table analytics.page_views_2025_02 partition of analytics.page_views for values from ('2025-02-01') to ('2025-03-01');
create table analytics.page_views_2025_03 partition of analytics.page_views for values from ('2025-03-01') to ('2025-04-01');
create table analytics.page_views_2025_04 partition of analytics.page_views for values from ('2025-04-01') to ('2025-05-01');
create table analytics.page_views_2025_05 partition of analytics.page_views for values from ('2025-05-01') to ('2025-06-01');
create table analytics.page_views_2025_06 partition of analytics.page_views for values from ('2025-06-01') to ('2025-07-01');
create table analytics.page_views_2025_07 partition of analytics.page_views for values from ('2025-07-01') to ('2025-08-01');
create table analytics.page_views_2025_08 partition of analytics.page_views for values from ('2025-08-01') to ('2025-09-01');
create table analytics.page_views_2025_09 partition of analytics.page_views for values from ('2025-09-01') to ('2025-10-01');
create table analytics.page_views_2025_10 partition of analytics.page_views for values from ('2025-10-01') to ('2025-11-01');
create table analytics.page_views_2025_11 partition of analytics.page_views for values from ('2025-11-01') to ('2025-12-01');
create table analytics.page_views_2025_12 partition of analytics.page_views for values from ('2025-12-01') to ('2026-01-01');

create table analytics.search_queries (
  search_query_id bigint generated always as identity primary key,
  session_id uuid references analytics.web_sessions,
  query_text text not null,
  result_count integer not null,
  clicked_product_id bigint references catalog.products,
  searched_at timestamptz not null
);

create view analytics.daily_revenue as
  select placed_at::date as revenue_date, sales_channel, currency_code,
         count(*) as order_count, sum(total_amount) as gross_revenue, sum(total_amount - tax_amount) as net_revenue
  from sales.orders where status not in ('cart', 'cancelled') group by 1, 2, 3;
comment on view analytics.daily_revenue is 'Turnover by day and channel';

create view analytics.customer_churn as
  select c.customer_id, max(o.placed_at) as last_order_at, count(o.order_id) as order_count,
         now() - max(o.placed_at) as days_inactive
  from customer.customers c left join sales.orders o using (customer_id) group by c.customer_id;

create materialized view analytics.best_sellers as
  select v.product_id, sum(i.quantity) as units_sold, sum(i.line_total) as revenue_amount
  from sales.order_items i join catalog.product_variants v using (product_variant_id) group by v.product_id;
comment on materialized view analytics.best_sellers is 'Ranking of articles, refreshed hourly';
