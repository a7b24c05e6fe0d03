<?php
// install.php SITE ADDRESS: fills the database and prints USER:APPLICATION PASSWORD of an
// administrator and, on the next line, of an author, whose HTML WordPress cleans.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( $argv[2], PHP_URL_HOST ) . ':' . parse_url( $argv[2], PHP_URL_PORT );
ob_start();
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// no mail server: the notice of a new site goes nowhere
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Liftwerk', 'editor', 'editor@site.invalid', false, '', wp_generate_password( 24 ) );
update_option( 'permalink_structure', '/%postname%/' );
flush_rewrite_rules();
$author = wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => wp_generate_password( 24 ),
		'role'       => 'author',
	)
);
$lines = array();
foreach ( array( 'editor' => 1, 'author' => $author ) as $name => $user ) {
	$made = WP_Application_Passwords::create_new_application_password( $user, array( 'name' => 'liftwerk' ) );
	if ( is_wp_error( $made ) ) {
		fwrite( STDERR, $made->get_error_message() . "\n" );
		exit( 1 );
	}
	$lines[] = $name . ':' . $made[0] . "\n";
}
ob_end_clean();
echo implode( '', $lines );
