<?php
// install.php SITE ADDRESS: fills the database and prints USER:APPLICATION PASSWORD.
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
$made = WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'liftwerk' ) );
ob_end_clean();
if ( is_wp_error( $made ) ) {
	fwrite( STDERR, $made->get_error_message() . "\n" );
	exit( 1 );
}
echo 'editor:' . $made[0] . "\n";
