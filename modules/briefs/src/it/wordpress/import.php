<?php
// import.php SITE FILE: imports WXR. With WORDPRESS_IMPORTER naming the folder of the plugin
// "wordpress-importer", by that plugin; Debian does not pack it, so without it by what follows,
// which reads the file with SimpleXML and stores it with WordPress' own functions, in the
// order that the plugin keeps: terms, then posts, their terms, their fields.
define( 'WP_LOAD_IMPORTERS', true );
define( 'WP_ADMIN', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
wp_set_current_user( 1 );

$plugin = getenv( 'WORDPRESS_IMPORTER' );
if ( $plugin ) {
	require_once ABSPATH . 'wp-admin/includes/class-wp-importer.php';
	require_once $plugin . '/wordpress-importer.php';
	( new WP_Import() )->import( $argv[2] );
	echo "imported by the plugin\n";
	exit( 0 );
}

$document = new DOMDocument();
if ( ! $document->load( $argv[2], LIBXML_NONET ) || $document->doctype ) {
	exit( 1 );
}
$xml     = simplexml_import_dom( $document );
$wp      = 'http://wordpress.org/export/1.2/';
$version = trim( (string) $xml->channel->children( $wp )->wxr_version );
if ( ! preg_match( '/^\d+\.\d+$/', $version ) ) {
	fwrite( STDERR, "no version\n" );
	exit( 1 );
}

function term( $name, $slug, $taxonomy ) {
	$found = term_exists( $slug, $taxonomy );
	$made  = $found ? $found : wp_insert_term( wp_slash( $name ), $taxonomy, array( 'slug' => $slug ) );
	return is_wp_error( $made ) ? 0 : (int) $made['term_id'];
}

foreach ( $xml->channel->children( $wp )->category as $category ) {
	term( (string) $category->cat_name, (string) $category->category_nicename, 'category' );
}
foreach ( $xml->channel->children( $wp )->tag as $tag ) {
	term( (string) $tag->tag_name, (string) $tag->tag_slug, 'post_tag' );
}
foreach ( $xml->channel->item as $item ) {
	$field = $item->children( $wp );
	$post  = array(
		'post_title'     => (string) $item->title,
		'post_content'   => (string) $item->children( 'http://purl.org/rss/1.0/modules/content/' )->encoded,
		'post_excerpt'   => (string) $item->children( 'http://wordpress.org/export/1.2/excerpt/' )->encoded,
		'post_author'    => 1,
		'post_date'      => (string) $field->post_date,
		'post_date_gmt'  => (string) $field->post_date_gmt,
		'comment_status' => (string) $field->comment_status,
		'ping_status'    => (string) $field->ping_status,
		'post_name'      => (string) $field->post_name,
		'post_status'    => (string) $field->status,
		'post_type'      => (string) $field->post_type,
		'guid'           => (string) $item->guid,
	);
	$same  = post_exists( wp_slash( $post['post_title'] ), '', $post['post_date'] );
	if ( $same ) {
		echo "there already: $same\n";
		continue;
	}
	$id = wp_insert_post( wp_slash( $post ), true );
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() . "\n" );
		exit( 1 );
	}
	$terms = array();
	foreach ( $item->category as $category ) {
		$taxonomy             = (string) $category['domain'];
		$terms[ $taxonomy ][] = term( (string) $category, (string) $category['nicename'], $taxonomy );
	}
	foreach ( $terms as $taxonomy => $ids ) {
		wp_set_post_terms( $id, $ids, $taxonomy );
	}
	foreach ( $field->postmeta as $meta ) {
		add_post_meta( $id, wp_slash( (string) $meta->meta_key ), wp_slash( (string) $meta->meta_value ) );
	}
	echo "imported: $id\n";
}
